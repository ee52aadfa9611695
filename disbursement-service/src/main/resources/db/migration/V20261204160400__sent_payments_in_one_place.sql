-- Which payments count as sent is said in one place, the class SentPaymentRows, whose windows need another form than whole sums.
DROP VIEW sent_payment;
