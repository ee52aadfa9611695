package id.pkh.registry.intake;

/**
 * The error of one received value.
 *
 * @param field field of the API, snake_case
 * @param value as it was received; mask it before it is shown
 * @param code reason code
 * @param expected description of a valid value
 */
public record FieldError(String field, String value, String code, String expected) {}
