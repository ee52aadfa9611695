package id.pkh.platform.web.area;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.util.function.Supplier;

/** Writes the name of the area whose code another field has; null if it is not known. */
final class AreaNameWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<AreaNames> names;

    AreaNameWriter(BeanPropertyWriter code, String field, Supplier<AreaNames> names) {
        super(code, PropertyName.construct(field));
        this.names = names;
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider)
            throws Exception {
        Object code = get(bean);
        String name = code == null ? null : names.get().of((String) code).orElse(null);
        json.writeFieldName(getName());
        if (name == null) {
            json.writeNull();
        } else {
            json.writeString(name);
        }
    }
}
