CREATE TABLE charts (id INTEGER, readers TEXT); INSERT INTO charts VALUES (1, '1,5'), (2, '12'), (3, '7');
CREATE TABLE chart_readers (chart INTEGER, doctor INTEGER); INSERT INTO chart_readers VALUES (1, 1), (1, 5), (2, 12), (3, 7);
