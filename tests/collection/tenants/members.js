// Members that every tenant's cubes share.
export const common = () => ({
  id: { sql: () => `id`, type: `number`, primaryKey: true },
  createdAt: { sql: () => `created_at`, type: `time` },
});
export const counted = (title) => ({ count: { type: `count`, title } });
