cube('Shipments', {
  sql: `
    SELECT s.shipment_id, s.weight_kg
    FROM shipments AS s
    WHERE ${SECURITY_CONTEXT.depot.requiredFilter((depot) => `s.depot = ${depot}`)}
  `,
  dimensions: {
    shipmentId: { sql: 'shipment_id', type: 'number', primaryKey: true },
    weight: { sql: 'weight_kg', type: 'number' },
  },
});
