// Every word for a relationship.
cube(`Hub`, { sql: `select * from hub`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } }, joins: {
  S1: { relationship: `belongsTo`, sql: `${CUBE}.a = ${S1}.id` }, S2: { relationship: `belongs_to`, sql: `${CUBE}.a = ${S2}.id` }, S3: { relationship: `many_to_one`, sql: `${CUBE}.a = ${S3}.id` }, S4: { relationship: `manyToOne`, sql: `${CUBE}.a = ${S4}.id` },
  S5: { relationship: `hasMany`, sql: `${CUBE}.a = ${S5}.id` }, S6: { relationship: `has_many`, sql: `${CUBE}.a = ${S6}.id` }, S7: { relationship: `one_to_many`, sql: `${CUBE}.a = ${S7}.id` }, S8: { relationship: `oneToMany`, sql: `${CUBE}.a = ${S8}.id` },
  S9: { relationship: `hasOne`, sql: `${CUBE}.a = ${S9}.id` }, S10: { relationship: `has_one`, sql: `${CUBE}.a = ${S10}.id` }, S11: { relationship: `one_to_one`, sql: `${CUBE}.a = ${S11}.id` }, S12: { relationship: `oneToOne`, sql: `${CUBE}.a = ${S12}.id` } } });
for (let i = 1; i <= 12; i++) cube(`S${i}`, { sql: `select * from s`, dimensions: { id: { sql: `id`, type: `number`, primaryKey: true } } });
