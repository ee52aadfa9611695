package id.pkh.registry.intake;

/**
 * What is wrong with one value that came in.
 *
 * @param field field of the API, snake_case
 * @param value as it came; mask it before it is shown
 * @param code reason code
 * @param expected what would have been right
 */
public record FieldError(String field, String value, String code, String expected) {}
