/**
 * What is due for a caller, the oldest first: the work of their roles in their areas. A service
 * provides a {@link id.pkh.platform.work.WorkSource} for each kind of work, and the texts of the
 * kinds in {@code work.properties}.
 */
package id.pkh.platform.work;
