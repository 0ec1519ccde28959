-- query      {"measures": ["Orders.count"]}
-- context    42 {"u": {"id": 42}}
-- semantics  strict
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id = ?
) AS orders
LIMIT 10000
-- params     $1 (claim id) = 42
