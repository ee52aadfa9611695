/**
 * Long work, in one way for all of it. A service implements {@link id.pkh.platform.jobs.JobWork}
 * for each kind, and plans a job with {@link id.pkh.platform.jobs.Jobs#plan} in the transaction of
 * the act that asks for it. A chunk of items is one transaction, together with the checkpoint:
 * after a crash any instance continues behind the last chunk, within a minute.
 */
package id.pkh.platform.jobs;
