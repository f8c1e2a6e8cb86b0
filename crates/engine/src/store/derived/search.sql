-- The search index of the records that are due.
DELETE FROM search WHERE rowid IN (SELECT id FROM derive_due_search);
INSERT INTO search (rowid, names, places, marks)
SELECT search_now.id, names, places, marks FROM derive_due_search AS due CROSS JOIN search_now ON search_now.id = due.id;
INSERT INTO search_word (word)
SELECT DISTINCT json_each.value
FROM derive_due_search AS due CROSS JOIN search ON search.rowid = due.id,
    json_each(word_list(search.names || ' ' || search.places))
WHERE json_each.value NOT IN (SELECT word FROM search_word);
