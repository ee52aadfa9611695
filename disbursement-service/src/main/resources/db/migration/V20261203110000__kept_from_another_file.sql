-- A second credit of an attempt may come before the return of the first one. The money is with the family then, though
-- the attempt ends as RETURNED, so people state whether it is. Exceptions that were settled before have no such finding.
ALTER TABLE bank_exception ADD CONSTRAINT exception_second_credit_finding
    CHECK (state <> 'RESOLVED' OR finding IS NOT NULL OR exception_class <> 'DUPLICATE_CREDIT') NOT VALID;

-- Nor is a payment sent again whose refusal people ask about, whatever the bank states meanwhile.
CREATE INDEX bank_exception_keeps_payment ON bank_exception (payment_id)
    WHERE exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS', 'CREDIT_AFTER_RETURN', 'RETURN_WITHOUT_CREDIT',
                              'ACCOUNT_MISMATCH', 'REFUSAL_UNCLEAR', 'DUPLICATE_CREDIT');
DROP INDEX bank_exception_of_payment;
