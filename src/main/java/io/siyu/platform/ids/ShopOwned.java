package io.siyu.platform.ids;

import org.hibernate.annotations.PartitionKey;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/**
 * What belongs to a shop. Its primary key in the database is (shop_id, id), so that a shop's rows lie together and can
 * be sharded by shop; Hibernate is told of shop_id as the partition key and adds it to every update and delete.
 */
@MappedSuperclass
public abstract class ShopOwned {
    @Id
    private long id;

    @PartitionKey
    @Column(updatable = false)
    private long shopId;

    @Version
    private int version;

    /** For Hibernate. */
    protected ShopOwned() {}

    protected ShopOwned(long shopId) {
        this(shopId, io.siyu.platform.ids.Id.nextValue());
    }

    protected ShopOwned(long shopId, long id) {
        this.shopId = shopId;
        this.id = id;
    }

    public long id() {
        return id;
    }

    public long shopId() {
        return shopId;
    }

    public int version() {
        return version;
    }
}
