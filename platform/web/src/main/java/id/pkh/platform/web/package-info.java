/**
 * The part of a REST interface that all services share. It is independent of PKH.
 *
 * <ul>
 *   <li>{@link id.pkh.platform.web.Refused} with a code becomes a problem document (RFC 9457) in
 *       English or Indonesian; {@link id.pkh.platform.web.RefusalStatuses} gives its status, the
 *       bundles {@code refusals*.properties} its texts. A code without texts stops the start.
 *   <li>{@link id.pkh.platform.web.Idempotent} for calls that must take effect only once.
 *   <li>{@link id.pkh.platform.web.Page}, {@link id.pkh.platform.web.PageParams} and {@link
 *       id.pkh.platform.web.Cursor} for lists.
 *   <li>JSON in snake_case, strict on the way in: unknown fields, rounded numbers, numbers in
 *       quotes and primitives left out are refused with the name of the field. A field that may be
 *       left out is therefore declared as an object type ({@code Boolean}, {@code Integer}).
 *   <li>The defaults of all services in {@code META-INF/microprofile-config.properties}.
 * </ul>
 */
package id.pkh.platform.web;
