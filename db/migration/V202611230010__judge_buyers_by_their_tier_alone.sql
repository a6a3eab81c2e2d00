-- Whether a buyer's tier still holds is told by the sums, the shop's cycle and the day. That sums had changed was noted for
-- the due day, which is no longer stored, and for the follower's last day, which now changes together with the sums.
ALTER TABLE buyer DROP COLUMN unjudged;
