-- A subscription of the Digital Convergence Initiative is a webhook that is delivered in another form.
ALTER TABLE webhook
    -- null: CloudEvents
    ADD COLUMN form text CONSTRAINT webhook_form_known CHECK (form = 'DCI'),
    ADD CONSTRAINT webhook_form_one_event CHECK (form IS NULL OR batch_events = 1);

-- CloudEvents are subscribed once for each address and area; the other form once for each type of events as well
DROP INDEX webhook_once;
CREATE UNIQUE INDEX webhook_once ON webhook (owner, url, (coalesce(area_code, '*'))) WHERE state <> 'WITHDRAWN' AND form IS NULL;
CREATE UNIQUE INDEX webhook_form_once ON webhook (owner, url, (coalesce(area_code, '*')), form, event_types)
    WHERE state <> 'WITHDRAWN' AND form IS NOT NULL;

-- What the subscriber said beside it, which each notification repeats.
CREATE TABLE dci_subscription (
    code           uuid NOT NULL PRIMARY KEY REFERENCES webhook,
    sender_id      text NOT NULL,
    event          text NOT NULL CONSTRAINT dci_event_known CHECK (event IN ('REGISTER', 'STATUS_CHANGE')),
    transaction_id text NOT NULL CONSTRAINT dci_subscription_transaction_limited CHECK (length(transaction_id) BETWEEN 1 AND 99),
    record_type    text NOT NULL CONSTRAINT dci_record_type_limited CHECK (length(record_type) BETWEEN 1 AND 99)
);
