/**
 * The part of a REST interface that all services share. Of PKH it knows the months only.
 *
 * <ul>
 *   <li>{@link id.pkh.platform.web.Refused} with a code becomes a problem document (RFC 9457) in
 *       English or Indonesian; {@link id.pkh.platform.web.RefusalStatuses} gives its status, the
 *       bundles {@code refusals*.properties} its texts. A code without texts stops the start.
 *   <li>{@link id.pkh.platform.web.Idempotent} for calls that must take effect only once.
 *   <li>{@link id.pkh.platform.web.Page}, {@link id.pkh.platform.web.PageParams} and {@link
 *       id.pkh.platform.web.Cursor} for lists. A cursor is signed together with its list and the
 *       filters, with the {@link id.pkh.platform.web.CursorKey} of the process.
 *   <li>Addresses and headers that cannot be read are refused before a resource is looked for:
 *       control characters, what is not UTF-8, parameters without a value, content types.
 *   <li>{@link id.pkh.platform.web.ProgrammeMonths}: which months are possible.
 *   <li>JSON in snake_case, strict on the way in: unknown fields, rounded numbers, numbers in
 *       quotes, texts that are none, empty texts for other types, impossible dates, control
 *       characters and primitives left out are refused with the name of the field. A field that may
 *       be left out is therefore declared as an object type ({@code Boolean}, {@code Integer}).
 *   <li>A failed request is one line in the log, and no value of a caller can start another.
 *   <li>The defaults of all services in {@code META-INF/microprofile-config.properties}.
 * </ul>
 */
package id.pkh.platform.web;
