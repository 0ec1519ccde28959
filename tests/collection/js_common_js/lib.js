// Exports by a call, as older models have them.
addExport({ days: 30, table: (name) => `warehouse.${name}` });
