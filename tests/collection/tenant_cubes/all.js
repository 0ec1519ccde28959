// Cubes for the regions that the caller has.
if (COMPILE_CONTEXT.securityContext.regions) { for (let i = 0; i < COMPILE_CONTEXT.securityContext.regions.length; i++) { const r = COMPILE_CONTEXT.securityContext.regions[i]; cube(`Orders_${r}`, { sql: `select * from orders_${r}`, measures: { count: { type: `count` } } }); } }
