CREATE TABLE baskets (day TEXT, shop INTEGER, items INTEGER); INSERT INTO baskets VALUES ('mon', 1, 2), ('mon', 2, 70);
