-- suite    shop
-- query    {"measures": ["Sales.count"], "dimensions": ["Stores.city"]}
-- context  anonymous {}
-- access   Sales: ALL ROWS, claim id is absent (schema/shop/Sales.js:3:42)
-- access   Stores: ALL ROWS, claim stores is absent (schema/shop/Stores.js:3:43)
SELECT
  stores.city "stores.city",
  count(sales.id) "sales.count"
FROM (
  SELECT * FROM public.sales WHERE 1 = 1
) AS sales
LEFT JOIN (
  SELECT * FROM public.stores WHERE 1 = 1
) AS stores ON sales.store_id = stores.id
GROUP BY 1
ORDER BY 2 DESC NULLS FIRST
LIMIT 10000
