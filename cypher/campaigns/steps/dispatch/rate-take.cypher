// Uses some of what a channel may send in this minute, over all servers, and tells what is left; takes the lock of the channel.
// mode   write
// param  channel  string
// param  minute   datetime
// param  most     integer   messages a minute
// param  use      integer   0 only asks
// row    left     integer
// needs  constraint send_rate_id
// try    :param channel => 'SMS';
// try    :param minute => datetime.truncate('minute');
// try    :param most => 600;
// try    :param use => 0;
MERGE (rate:SendRate {id: $channel})
SET rate.used = CASE WHEN rate.minute = $minute THEN rate.used ELSE 0 END + $use, rate.minute = $minute
RETURN $most - rate.used AS left;
