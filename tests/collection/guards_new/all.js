// SECURITY_CONTEXT in each form.
cube(`Cases`, { sql: `select * from cases where ${SECURITY_CONTEXT.tenant.filter('tenant')} and ${SECURITY_CONTEXT.regions.filter((r) => `region in (${r.join(',')})`)} and ${SECURITY_CONTEXT['custom:org'].filter('org')} and ${SECURITY_CONTEXT.role.requiredFilter('role')}`, measures: { count: { type: `count` } } });
