// Flags that only the oldest versions knew.
cube(`Fields`, { sql: `select * from fields`, dimensions: { soil: { sql: `soil`, type: `string`, valuesAsSegments: true, enableSuggestions: true, fieldType: `name` } } });
