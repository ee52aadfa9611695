package id.pkh.platform.web.description;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes a header of a response. */
final class ResponseHeader {

    private ResponseHeader() {}

    static Header of(String description, SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }

    /** A header that no such response lacks. */
    static Header always(String description, SchemaType type) {
        return of(description, type).required(true);
    }
}
