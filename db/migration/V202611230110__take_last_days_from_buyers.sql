-- Every import changes the last day of everybody who bought, and had to change it here and in the pool's index as well, for
-- nothing but the sequence in which candidates are distributed: who distributes looks at the buyers.
ALTER TABLE follower
    DROP KEY follower_pool,
    DROP COLUMN last_day;
ALTER TABLE follower_before_merge DROP COLUMN last_day;
