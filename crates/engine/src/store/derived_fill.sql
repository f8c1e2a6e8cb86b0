INSERT INTO customer_facts SELECT * FROM customer_facts_now;
INSERT INTO search (rowid, names, places, marks) SELECT id, names, places, marks FROM search_now;
INSERT OR IGNORE INTO search_word (word)
SELECT DISTINCT json_each.value FROM search, json_each(word_list(search.names || ' ' || search.places));
