-- A retrospective asks for the feedback of its campaign.
CREATE INDEX feedback_campaign ON feedback (shop_id, campaign_id);
