-- What another length of an account than that of its bank does (docs/rules/bank-profiles.md). Published lists contradict each
-- other, so it warns; a row with REFUSES needs the word of the bank.
ALTER TABLE bank_terms
    ADD COLUMN unusual_length text NOT NULL DEFAULT 'WARNS' CHECK (unusual_length IN ('WARNS', 'REFUSES')),
    ADD CONSTRAINT bank_terms_known_length CHECK (unusual_length = 'WARNS' OR account_digits IS NOT NULL);

INSERT INTO reason_text (reason, valid_from, text_en, text_id) VALUES
    ('ACCOUNT_LENGTH_WRONG', '2018-01-01', 'the account has another length than accounts of its bank',
     'panjang rekening lain dari rekening bank itu');
