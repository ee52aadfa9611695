package id.pkh.platform.web.description;

import id.pkh.platform.web.FreeText;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Finds whether a request has a field of free text, at any depth. */
final class FreeTextFields {

    private FreeTextFields() {}

    static boolean areIn(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(FreeTextFields::areIn);
        }
        return type instanceof Class<?> plain
                && plain.isRecord()
                && Arrays.stream(plain.getDeclaredFields()).anyMatch(FreeTextFields::isFreeText);
    }

    private static boolean isFreeText(Field field) {
        return field.isAnnotationPresent(FreeText.class)
                || (field.getType() != field.getDeclaringClass() && areIn(field.getGenericType()));
    }
}
