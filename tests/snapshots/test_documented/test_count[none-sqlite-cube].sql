-- query      {"measures": ["Orders.count"]}
-- context    none {}
-- semantics  cube
-- warning    E457 the guard on claim `id` is open: this caller reaches all rows of `Orders`
SELECT
  count(*) "orders.count"
FROM (
  SELECT * FROM public.orders WHERE 1 = 1
) AS orders
LIMIT 10000
-- params     none
