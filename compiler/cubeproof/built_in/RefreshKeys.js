// When the partitions of a pre-aggregation are built anew: a key for `refreshKey`. Nothing is built here, so that the
// key is only checked and kept: a value that changes no more for partitions that are past.

module.exports = {
  immutablePartitionedRollupKey: (value) => ({ sql: () => `SELECT ${value}` }),
};
