package io.siyu.follower;

import io.siyu.platform.ids.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class FollowerRepository implements ShopRepository<Follower> {}
