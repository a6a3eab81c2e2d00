package io.siyu.follower;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class FollowerRepository implements ShopOwnedRepository<Follower> {}
