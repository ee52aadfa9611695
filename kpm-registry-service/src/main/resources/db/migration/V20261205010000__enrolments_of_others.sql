-- Other programmes report by the standard interface whom they have enrolled: a fact about a complementary programme, whose source is
-- the other system. The message itself is remembered as the others are.
ALTER TABLE complementary_status
    DROP CONSTRAINT complementary_source_known,
    ADD CONSTRAINT complementary_source_known
        CHECK (source IN ('CARD_SEEN', 'ACCOUNT_SEEN', 'STATEMENT_OF_FAMILY', 'OFFICE', 'ADVOCACY', 'OTHER_SYSTEM'));
ALTER TABLE dci_message
    DROP CONSTRAINT dci_action_known,
    ADD CONSTRAINT dci_action_known
        CHECK (action IN ('search', 'txn-status', 'subscribe', 'unsubscribe', 'notify'));
