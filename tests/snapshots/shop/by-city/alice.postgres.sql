-- suite    shop
-- query    {"measures": ["Sales.count"], "dimensions": ["Stores.city"]}
-- context  alice {"id": 42, "country": "NO", "stores": [1, 2]}
-- access   Sales: own rows, seller_id = claim id (schema/shop/Sales.js:3:42)
-- access   Stores: own rows, id = claim stores (schema/shop/Stores.js:3:43)
SELECT
  stores.city "stores.city",
  count(sales.id) "sales.count"
FROM (
  SELECT * FROM public.sales WHERE seller_id = $1
) AS sales
LEFT JOIN (
  SELECT * FROM public.stores WHERE id IN ($2, $3)
) AS stores ON sales.store_id = stores.id
GROUP BY 1
ORDER BY 2 DESC
LIMIT 10000
-- params   $1 = 42 (claim id)
-- params   $2 = 1 (claim stores.0)
-- params   $3 = 2 (claim stores.1)
