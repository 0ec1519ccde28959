-- The rows behind the sample models, in SQL that PostgreSQL, DuckDB and SQLite read alike.
-- A schema `public` must exist; money is in quarters, so that sums of floats are exact; instants are UTC.

-- user 42 has 5 orders, user 7 has 4, user 1 has 3, user 99 has 1; 2 belong to nobody
CREATE TABLE public.orders (
  id INTEGER NOT NULL PRIMARY KEY,
  user_id INTEGER,
  status VARCHAR(20) NOT NULL,
  amount NUMERIC(10, 2) NOT NULL,
  created_at TIMESTAMP NOT NULL
);
INSERT INTO public.orders (id, user_id, status, amount, created_at) VALUES
  (1, 42, 'completed', 20.50, '2019-01-05 10:00:00'),
  (2, 7, 'completed', 15.00, '2019-02-11 08:30:00'),
  (3, 42, 'shipped', 99.75, '2019-04-23 13:15:52'),
  (4, 1, 'completed', 7.25, '2019-06-30 23:59:59'),
  (5, 42, 'completed', 45.00, '2019-07-01 00:00:00'),
  (6, 7, 'processing', 120.00, '2019-09-09 17:45:00'),
  (7, NULL, 'completed', 3.50, '2019-11-03 05:30:00'),
  (8, 42, 'shipped', 61.25, '2019-12-31 23:59:59'),
  (9, 1, 'shipped', 88.00, '2020-01-01 00:00:00'),
  (10, 99, 'completed', 250.00, '2020-02-29 12:00:00'),
  (11, 7, 'completed', 34.50, '2020-03-08 06:59:59'),
  (12, 42, 'processing', 12.75, '2020-05-17 19:20:00'),
  (13, 7, 'completed', 5.25, '2020-06-01 04:00:00'),
  (14, 1, 'completed', 18.00, '2020-08-24 14:10:30'),
  (15, NULL, 'shipped', 72.50, '2020-11-01 06:00:00');

CREATE TABLE public.stores (
  id INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  city VARCHAR(40) NOT NULL,
  floor_area INTEGER,
  latitude NUMERIC(8, 4) NOT NULL,
  longitude NUMERIC(8, 4) NOT NULL,
  opened_at TIMESTAMP NOT NULL
);
INSERT INTO public.stores (id, name, city, floor_area, latitude, longitude, opened_at) VALUES
  (1, 'Canal Street', 'New York', 640, 40.7193, -74.0027, '2012-03-01 14:00:00'),
  (2, 'Harbour', 'Boston', 310, 42.3581, -71.0512, '2015-09-12 14:00:00'),
  (3, 'Old Town', 'Hamburg', 525, 53.5503, 9.9937, '2017-05-20 08:00:00'),
  (4, 'Web shop', 'Hamburg', NULL, 53.5511, 9.9919, '2018-01-15 08:00:00');

CREATE TABLE public.customers (
  id INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  email VARCHAR(60),
  city VARCHAR(40),
  country VARCHAR(2) NOT NULL,
  subscribed BOOLEAN,
  joined_at TIMESTAMP NOT NULL
);
INSERT INTO public.customers (id, name, email, city, country, subscribed, joined_at) VALUES
  (1, 'Ada Morgan', 'ada@example.com', 'New York', 'US', TRUE, '2018-11-02 16:00:00'),
  (2, 'Ben O''Neil', 'ben@example.com', 'Boston', 'US', TRUE, '2019-01-20 09:30:00'),
  (3, 'Chloë Stein', NULL, 'New York', 'US', TRUE, '2019-03-10 07:00:00'),
  (4, 'Dan 100%', 'dan@example.com', NULL, 'US', NULL, '2019-06-15 12:00:00'),
  (5, 'Eva Lang', 'eva@example.com', 'Hamburg', 'DE', TRUE, '2018-12-24 18:00:00'),
  (6, 'Finn_Krüger', 'finn@example.com', 'Kiel', 'DE', FALSE, '2019-08-08 08:08:08'),
  (7, 'Gül Aydın', 'guel@example.com', 'Hamburg', 'DE', TRUE, '2020-01-31 22:45:00'),
  (8, 'Hugo Blanc', NULL, 'Lyon', 'FR', NULL, '2020-02-14 10:10:00');

CREATE TABLE public.products (
  id INTEGER NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  category VARCHAR(20),
  price NUMERIC(10, 2) NOT NULL,
  cost NUMERIC(10, 2) NOT NULL,
  discontinued_at TIMESTAMP
);
INSERT INTO public.products (id, name, category, price, cost, discontinued_at) VALUES
  (1, 'Pencil', 'paper', 1.50, 0.50, NULL),
  (2, 'Notebook', 'paper', 6.75, 2.25, NULL),
  (3, 'Sketch pad', 'paper', 14.00, 6.50, NULL),
  (4, 'Fountain pen', 'pens', 48.50, 21.00, NULL),
  (5, 'Ink, blue', 'pens', 9.25, 3.00, '2020-06-30 00:00:00'),
  (6, 'Desk lamp', 'office', 79.00, 41.25, NULL),
  (7, 'Gift card', NULL, 25.00, 25.00, NULL),
  (8, 'Typewriter', 'office', 320.00, 210.75, '2019-10-01 00:00:00'),
  (9, 'Blotting paper', 'paper', 2.50, 0.75, NULL),
  (10, 'Steel nib', 'pens', 8.00, 3.25, NULL);

-- seller 42 made 9 sales, seller 7 made 6, seller 13 made 4; 3 came in by the web without one
CREATE TABLE public.sales (
  id INTEGER NOT NULL PRIMARY KEY,
  store_id INTEGER NOT NULL,
  customer_id INTEGER,
  seller_id INTEGER,
  status VARCHAR(20) NOT NULL,
  campaign VARCHAR(20),
  discount NUMERIC(10, 2),
  sold_at TIMESTAMP NOT NULL,
  shipped_at TIMESTAMP
);
-- 2019-03-10 07:00 and 2019-11-03 06:00 are the changes of New York's clocks
INSERT INTO public.sales
  (id, store_id, customer_id, seller_id, status, campaign, discount, sold_at, shipped_at) VALUES
  (1, 1, 1, 42, 'completed', 'new year', 5.00, '2019-01-02 15:20:00', NULL),
  (2, 1, 2, 42, 'completed', NULL, NULL, '2019-01-31 23:30:00', '2019-02-02 09:00:00'),
  (3, 3, 5, 7, 'completed', 'new year', 0.00, '2019-02-01 03:30:00', NULL),
  (4, 1, 3, 42, 'returned', NULL, 12.50, '2019-03-10 06:59:59', '2019-03-11 12:00:00'),
  (5, 2, 2, 13, 'completed', NULL, NULL, '2019-03-10 07:00:00', NULL),
  (6, 1, NULL, 42, 'completed', NULL, NULL, '2019-04-01 03:59:59', NULL),
  (7, 3, 6, 7, 'completed', 'spring', 2.25, '2019-04-18 11:05:00', '2019-04-20 07:30:00'),
  (8, 4, 8, NULL, 'completed', 'spring', NULL, '2019-05-05 20:15:00', '2019-05-06 06:00:00'),
  (9, 1, 1, 42, 'completed', 'spring', 10.00, '2019-06-21 17:40:00', NULL),
  (10, 2, 4, 13, 'returned', NULL, NULL, '2019-07-04 16:00:00', NULL),
  (11, 2, 3, 42, 'completed', NULL, 1.75, '2019-08-19 18:25:00', '2019-08-21 10:00:00'),
  (12, 3, 7, 7, 'pending', NULL, NULL, '2019-10-27 00:30:00', NULL),
  (13, 1, 1, 42, 'completed', NULL, NULL, '2019-11-03 05:30:00', NULL),
  (14, 1, 2, 42, 'completed', 'winter', 20.00, '2019-11-03 06:30:00', '2019-11-05 08:00:00'),
  (15, 4, 6, NULL, 'returned', 'winter', 3.50, '2019-12-24 09:10:00', '2019-12-27 06:00:00'),
  (16, 3, 5, 7, 'completed', 'winter', NULL, '2019-12-31 22:59:59', NULL),
  (17, 2, 4, 13, 'completed', 'new year', 7.50, '2020-01-01 04:59:59', NULL),
  (18, 1, 3, 42, 'pending', 'new year', NULL, '2020-01-01 05:00:00', NULL),
  (19, 4, 8, NULL, 'completed', NULL, 0.00, '2020-02-29 13:45:00', '2020-03-02 06:00:00'),
  (20, 3, 7, 7, 'completed', 'spring', 4.00, '2020-03-08 07:00:00', '2020-03-09 07:30:00'),
  (21, 2, 2, 13, 'completed', 'spring', NULL, '2020-04-30 21:00:00', NULL),
  (22, 3, 5, 7, 'completed', NULL, 15.25, '2020-07-15 10:35:00', NULL);

CREATE TABLE public.line_items (
  id INTEGER NOT NULL PRIMARY KEY,
  sale_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price NUMERIC(10, 2) NOT NULL
);
INSERT INTO public.line_items (id, sale_id, product_id, quantity, unit_price) VALUES
  (1, 1, 2, 3, 6.75),
  (2, 1, 1, 10, 1.25),
  (3, 2, 4, 1, 48.50),
  (4, 2, 5, 2, 9.25),
  (5, 3, 3, 1, 14.00),
  (6, 4, 6, 1, 79.00),
  (7, 5, 1, 4, 1.50),
  (8, 6, 2, 1, 6.75),
  (9, 6, 5, 1, 9.25),
  (10, 7, 8, 1, 299.00),
  (11, 7, 2, 2, 6.75),
  (12, 8, 7, 3, 25.00),
  (13, 9, 4, 2, 46.00),
  (14, 9, 5, 6, 8.50),
  (15, 10, 3, 2, 14.00),
  (16, 11, 1, 12, 1.25),
  (17, 11, 3, 1, 14.00),
  (18, 12, 6, 2, 79.00),
  (19, 13, 2, 5, 6.50),
  (20, 14, 8, 1, 320.00),
  (21, 14, 2, 1, 6.75),
  (22, 15, 4, 1, 48.50),
  (23, 16, 7, 1, 25.00),
  (24, 16, 1, 3, 1.50),
  (25, 17, 6, 1, 75.50),
  (26, 18, 7, 4, 25.00),
  (27, 19, 3, 3, 13.25),
  (28, 20, 5, 3, 9.25),
  (29, 20, 4, 1, 48.50),
  (30, 21, 2, 2, 6.75),
  (31, 22, 6, 1, 79.00),
  (32, 22, 3, 2, 14.00);
