-- What the reason codes of banks mean for the money (docs/rules/bank-answers.md). A code changes its meaning with a later row.
CREATE TABLE bank_reason (
    reason  text PRIMARY KEY CHECK (reason ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    meaning text NOT NULL CHECK (meaning IN ('CORRECT', 'NEVER', 'DUPLICATE', 'ASK')),
    CHECK ((reason = 'DUPLICATE_AT_BANK') = (meaning = 'DUPLICATE'))
);
CREATE TABLE bank_reason_code (
    code       text NOT NULL CHECK (code ~ '^[A-Z0-9]{4}$'),
    valid_from date NOT NULL,
    reason     text NOT NULL REFERENCES bank_reason,
    PRIMARY KEY (code, valid_from),
    -- whatever else is entered, these never free a payment for a second file
    CONSTRAINT bank_reason_code_duplicate
        CHECK (code NOT IN ('AM05', 'DUPL', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05') OR reason = 'DUPLICATE_AT_BANK')
);
CREATE TRIGGER bank_reason_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_reason
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER bank_reason_code_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_reason_code
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

INSERT INTO bank_reason (reason, meaning) VALUES
    ('ACCOUNT_NUMBER_WRONG',    'CORRECT'),
    ('ACCOUNT_CLOSED',          'CORRECT'),
    ('ACCOUNT_BLOCKED',         'CORRECT'),
    ('ACCOUNT_TAKES_NO_CREDIT', 'CORRECT'),
    ('AMOUNT_NOT_ALLOWED',      'CORRECT'),
    ('BANK_CODE_WRONG',         'CORRECT'),
    ('FILE_INVALID',            'CORRECT'),
    ('FUNDING_ACCOUNT_WRONG',   'CORRECT'),
    ('FUNDS_INSUFFICIENT',      'CORRECT'),
    ('NAME_DIFFERS',            'CORRECT'),
    ('PAYEE_DATA_INCOMPLETE',   'CORRECT'),
    ('PAYEE_DECEASED',          'CORRECT'),
    ('TOO_LATE_AT_BANK',        'CORRECT'),
    ('FRAUD_SUSPECTED',         'NEVER'),
    ('LEGAL_DECISION',          'NEVER'),
    ('UNDUE_PAYMENT',           'NEVER'),
    ('DUPLICATE_AT_BANK',       'DUPLICATE'),
    ('CANCELLED_ON_REQUEST',    'ASK'),
    ('NOT_SETTLED_AT_BANK',     'ASK'),
    ('REASON_NOT_STATED',       'ASK'),
    ('REFUSED_BY_PAYEE',        'ASK'),
    ('REGULATION_AT_BANK',      'ASK'),
    ('TECHNICAL_FAULT_AT_BANK', 'ASK');

INSERT INTO bank_reason_code (code, valid_from, reason)
SELECT code, DATE '2018-01-01', reason
  FROM (VALUES
    ('AC01', 'ACCOUNT_NUMBER_WRONG'), ('AC03', 'ACCOUNT_NUMBER_WRONG'), ('BE06', 'ACCOUNT_NUMBER_WRONG'),
    ('AC04', 'ACCOUNT_CLOSED'), ('AC07', 'ACCOUNT_CLOSED'),
    ('AC06', 'ACCOUNT_BLOCKED'),
    ('AC14', 'ACCOUNT_TAKES_NO_CREDIT'), ('AG01', 'ACCOUNT_TAKES_NO_CREDIT'), ('AG03', 'ACCOUNT_TAKES_NO_CREDIT'),
    ('AM02', 'AMOUNT_NOT_ALLOWED'), ('AM03', 'AMOUNT_NOT_ALLOWED'), ('AM14', 'AMOUNT_NOT_ALLOWED'), ('AM21', 'AMOUNT_NOT_ALLOWED'),
    ('CNOR', 'BANK_CODE_WRONG'), ('RC01', 'BANK_CODE_WRONG'), ('RC04', 'BANK_CODE_WRONG'), ('AGNT', 'BANK_CODE_WRONG'),
    ('AM10', 'FILE_INVALID'), ('AM18', 'FILE_INVALID'), ('DT01', 'FILE_INVALID'), ('FF01', 'FILE_INVALID'), ('FF05', 'FILE_INVALID'),
    ('AC02', 'FUNDING_ACCOUNT_WRONG'), ('AC05', 'FUNDING_ACCOUNT_WRONG'), ('AC13', 'FUNDING_ACCOUNT_WRONG'),
    ('DNOR', 'FUNDING_ACCOUNT_WRONG'), ('RC03', 'FUNDING_ACCOUNT_WRONG'),
    ('AM04', 'FUNDS_INSUFFICIENT'),
    ('BE01', 'NAME_DIFFERS'),
    ('BE04', 'PAYEE_DATA_INCOMPLETE'), ('RR03', 'PAYEE_DATA_INCOMPLETE'),
    ('MD07', 'PAYEE_DECEASED'),
    ('TM01', 'TOO_LATE_AT_BANK'),
    ('FRAD', 'FRAUD_SUSPECTED'), ('FR01', 'FRAUD_SUSPECTED'),
    ('LEGL', 'LEGAL_DECISION'),
    ('UPAY', 'UNDUE_PAYMENT'),
    ('AM05', 'DUPLICATE_AT_BANK'), ('DUPL', 'DUPLICATE_AT_BANK'), ('DU01', 'DUPLICATE_AT_BANK'), ('DU02', 'DUPLICATE_AT_BANK'),
    ('DU03', 'DUPLICATE_AT_BANK'), ('DU04', 'DUPLICATE_AT_BANK'), ('DU05', 'DUPLICATE_AT_BANK'), ('RF01', 'DUPLICATE_AT_BANK'),
    ('CUST', 'CANCELLED_ON_REQUEST'), ('FOCR', 'CANCELLED_ON_REQUEST'), ('DS02', 'CANCELLED_ON_REQUEST'),
    ('ED05', 'NOT_SETTLED_AT_BANK'), ('AB05', 'NOT_SETTLED_AT_BANK'), ('AB06', 'NOT_SETTLED_AT_BANK'), ('ED01', 'NOT_SETTLED_AT_BANK'),
    ('MS02', 'REASON_NOT_STATED'), ('MS03', 'REASON_NOT_STATED'), ('NARR', 'REASON_NOT_STATED'),
    ('MD06', 'REFUSED_BY_PAYEE'),
    ('RR04', 'REGULATION_AT_BANK'), ('AG07', 'REGULATION_AT_BANK'),
    ('TECH', 'TECHNICAL_FAULT_AT_BANK'), ('AM09', 'TECHNICAL_FAULT_AT_BANK')) AS codes (code, reason);

-- What a bank adds in its own words, without long numbers.
ALTER TABLE bank_report_line ADD COLUMN reason_text text CHECK (length(reason_text) <= 140);

-- Why a report is withheld, or where it is cut off.
ALTER TABLE bank_report
    ADD COLUMN fault jsonb NOT NULL DEFAULT '{}',
    ADD CONSTRAINT bank_report_fault CHECK (fault = '{}' OR status IN ('WITHHELD', 'PARTIAL'));

-- A refusal about which people ask the bank needs a finding, and the finding ends the attempt.
ALTER TABLE bank_exception ADD CONSTRAINT exception_refusal_finding
    CHECK (state <> 'RESOLVED' OR finding IS NOT NULL OR exception_class <> 'REFUSAL_UNCLEAR');
ALTER TABLE instruction_history DROP CONSTRAINT instruction_history_source_check;
ALTER TABLE instruction_history ADD CONSTRAINT instruction_history_source_check
    CHECK (source IN ('SENDING', 'REJECTION', 'BANK_REPORT', 'TIMEOUT', 'FINDING'));
