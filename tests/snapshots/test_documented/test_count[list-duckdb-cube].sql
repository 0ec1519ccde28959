-- query      {"measures": ["Orders.count"]}
-- context    list {"u": {"id": [42, 7]}}
-- semantics  cube
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE user_id IN ($1, $2)
) AS orders
LIMIT 10000
-- params     $1 (claim id[0]) = 42, $2 (claim id[1]) = 7
