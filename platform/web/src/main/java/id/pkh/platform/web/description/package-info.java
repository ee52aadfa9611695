/**
 * The API description ({@code /q/openapi}) as the wire is. What a resource method does not state in
 * its signature is added here: from {@link id.pkh.platform.web.Refuses}, from the kind of the
 * operation, and from the files with examples.
 */
package id.pkh.platform.web.description;
