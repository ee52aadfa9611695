package id.pkh.registry.area;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An administrative area; written by migration and import only. */
@Entity
@Immutable
@Table(name = "area")
class AreaEntity extends PanacheEntityBase {

    @Id public String code;

    public String name;

    @Column(insertable = false, updatable = false)
    public String level;

    @Column(insertable = false, updatable = false)
    public String parentCode;
}
