package io.siyu.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class MembershipRepository implements PanacheRepositoryBase<Membership, MembershipKey> {
    public List<Membership> listOf(String username) {
        return list("username = ?1 order by shopId", username);
    }
}
