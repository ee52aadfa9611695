/**
 * One engine for all long-running work. A service implements {@link id.pkh.platform.jobs.JobWork}
 * for each kind, and plans a job with {@link id.pkh.platform.jobs.Jobs#plan} in the transaction of
 * the request. A chunk of items and its checkpoint are one transaction: after a crash any instance
 * continues behind the last chunk, within a minute.
 */
package id.pkh.platform.jobs;
