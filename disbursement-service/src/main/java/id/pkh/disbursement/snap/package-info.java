/**
 * Asks a bank about one payment through SNAP BI, the interface of Bank Indonesia. An answer is
 * evidence for the people who settle the payment; by itself it moves no money.
 */
package id.pkh.disbursement.snap;
