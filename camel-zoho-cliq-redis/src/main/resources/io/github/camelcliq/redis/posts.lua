-- Counts the posts of one Cliq user for all JVMs that post as this user. Time is that of Redis, in milliseconds.
-- The members of the sorted sets are permits; the score is the time when the permit comes back.
local posts, restricted, state = KEYS[1], KEYS[2], KEYS[3]
local call, window, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local postsLimit, restrictedLimit = tonumber(ARGV[4]), tonumber(ARGV[5])
local PARTS = 50
local STATE_LIFE = 90 * 24 * 3600 * 1000

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function number(value, default)
  return value and tonumber(value) or default
end

local saved = redis.call(
    'HMGET', state, 'run', 'lockedUntil', 'unproven', 'probe', 'probeUntil', 'parts', 'partsAt', 'unknownPosts')
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local lockedUntil, unproven = number(saved[2], 0), saved[3] == '1'
local probe, probeUntil = saved[4] or '', number(saved[5], 0)
local parts, partsAt = number(saved[6], PARTS), number(saved[7], now)
local isOfUnknownPosts = saved[8] == '1'
local isChanged = false

-- a Redis that is new, or started again, or took over, may not know the posts of the last window
local isUnknown = saved[1] ~= run
if isUnknown or call == 'await' then
  lockedUntil = math.max(lockedUntil, now + window)
  isOfUnknownPosts = isOfUnknownPosts or not unproven
  unproven, probe, isChanged = true, '', true
end

if parts < PARTS then
  local windows = math.floor((now - partsAt) / window)
  parts = math.min(PARTS, parts + windows)
  partsAt = partsAt + windows * window
end

-- a script whose first write frees memory is not refused when the memory of Redis is full
redis.call('ZREMRANGEBYSCORE', posts, '-inf', now)
redis.call('ZREMRANGEBYSCORE', restricted, '-inf', now)

local function put(key, permit, at)
  redis.call('ZADD', key, string.format('%.0f', at), permit)
  redis.call('PEXPIRE', key, lease + 2 * window + 1000)
end

local function narrowed(limit)
  return math.max(1, math.floor(limit * parts / PARTS))
end

local granted, isProbe, again = 0, 0, -1

if call == 'acquire' then
  local permit, isRestricted = ARGV[6], ARGV[7] == '1'
  local function isFull(key, limit)
    if redis.call('ZCARD', key) < narrowed(limit) then
      return false
    end
    again = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] - now
    return true
  end
  if now < lockedUntil then
    again = lockedUntil - now
  elseif not (unproven and probe ~= '' and now < probeUntil)
      and not isFull(posts, postsLimit)
      and not (isRestricted and isFull(restricted, restrictedLimit)) then
    granted = 1
    put(posts, permit, now + lease + window)
    if isRestricted then
      put(restricted, permit, now + lease + window)
    end
    if unproven then
      isProbe, probe, probeUntil, isChanged = 1, permit, now + lease, true
    end
  end
elseif call == 'release' then
  local permit, isRestricted, how = ARGV[6], ARGV[7] == '1', ARGV[8]
  if how == 'UNUSED' then
    redis.call('ZREM', posts, permit)
    redis.call('ZREM', restricted, permit)
  else
    -- the answer came within this millisecond, so the window counts from the next millisecond on
    put(posts, permit, now + 1 + window)
    if isRestricted then
      put(restricted, permit, now + 1 + window)
    end
  end
  if permit == probe then
    probe, unproven, isChanged = '', how ~= 'LOCK_IS_OVER', true
    isOfUnknownPosts = isOfUnknownPosts and unproven
  end
elseif call == 'renew' then
  local permit, isRestricted = ARGV[6], ARGV[7] == '1'
  -- not a permit that has come back, or that a lock has revoked
  if redis.call('ZSCORE', posts, permit) and (permit == probe or not unproven) then
    granted = 1
    put(posts, permit, now + lease + window)
    if isRestricted then
      put(restricted, permit, now + lease + window)
    end
    if permit == probe then
      probeUntil, isChanged = now + lease, true
    end
  end
elseif call == 'lock' then
  local isExpected = redis.call('ZCARD', posts) >= postsLimit or redis.call('ZCARD', restricted) >= restrictedLimit
  if not unproven and not isExpected then
    parts, partsAt = math.max(1, math.floor(parts / 2)), now
  end
  lockedUntil = math.max(lockedUntil, now + tonumber(ARGV[6]))
  unproven, isOfUnknownPosts, probe, isChanged = true, false, '', true
end

if isChanged then
  redis.call('HSET', state, 'run', run, 'lockedUntil', string.format('%.0f', lockedUntil),
      'unproven', unproven and '1' or '0', 'probe', probe, 'probeUntil', string.format('%.0f', probeUntil),
      'parts', parts, 'partsAt', string.format('%.0f', partsAt), 'unknownPosts', isOfUnknownPosts and '1' or '0')
  redis.call('PEXPIRE', state, STATE_LIFE)
end

-- a permit in flight comes back later than one that is released now
local latest = string.format('%.0f', now + 1 + window)

local function returns(key)
  local times = {}
  local found = redis.call('ZRANGEBYSCORE', key, '-inf', latest, 'WITHSCORES')
  for index = 2, #found, 2 do
    times[index / 2] = found[index] - now
  end
  return times
end

local function inFlight(key)
  return redis.call('ZCOUNT', key, '(' .. latest, '+inf')
end

return {
  granted, isProbe, again, math.max(0, lockedUntil - now), unproven and 1 or 0, isUnknown and 1 or 0,
  narrowed(postsLimit), inFlight(posts), returns(posts),
  narrowed(restrictedLimit), inFlight(restricted), returns(restricted), isOfUnknownPosts and 1 or 0
}
