// Conditions that several cubes share, as functions of a column.
export const ownedBy = (column) => (SECURITY_CONTEXT) => `${SECURITY_CONTEXT.id.filter(column)}`;
export const alive = `deleted_at IS NULL`;
