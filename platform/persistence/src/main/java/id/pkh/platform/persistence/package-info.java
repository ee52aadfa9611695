/**
 * The only module with SQL access. A class that stores rows uses a {@link
 * id.pkh.platform.persistence.Database} and writes its statements with named parameters:
 *
 * <pre>{@code
 * List<GroupView> groups =
 *         database.query(
 *                 "SELECT group_id, name, formed_on FROM kpm_group WHERE village_code = :village",
 *                 q -> q.bind("village", code).map(database.rowsAs(GroupView.class)).list());
 * }</pre>
 *
 * Single aggregates that are loaded, changed and saved by themselves are Panache entities instead.
 * Many rows are inserted by {@link id.pkh.platform.persistence.Database#copy}, or by one statement
 * over {@code unnest} with the columns of {@link id.pkh.platform.persistence.SqlArrays}. A failure
 * is judged by {@link id.pkh.platform.persistence.SqlState} only.
 */
package id.pkh.platform.persistence;
