-- Counts the posts of one Cliq user for all JVMs that post as this user. Time is that of Redis, in milliseconds.
-- In posts and restricted the members are permits, and the score is the time when the permit comes back. In the sets of
-- waiters the members are JVMs that wait for such a permit, and the score is the time when the JVM waits no longer.
local posts, restricted, state, postsWaiters, restrictedWaiters = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local call, window, lease = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local postsLimit, restrictedLimit = tonumber(ARGV[4]), tonumber(ARGV[5])
local PARTS = 50
local STATE_LIFE = 90 * 24 * 3600 * 1000
-- a JVM that waits asks more often, or counts as dead
local WAITER_LIFE = 1000
-- a JVM that has waited and got a permit asks within this time for the next one, or has no more posts
local SERVED_LIFE = 250

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
redis.call('ZREMRANGEBYSCORE', postsWaiters, '-inf', now)
redis.call('ZREMRANGEBYSCORE', restrictedWaiters, '-inf', now)

local function put(key, member, at)
  redis.call('ZADD', key, string.format('%.0f', at), member)
  redis.call('PEXPIRE', key, lease + 2 * window + 1000)
end

local function narrowed(limit)
  return math.max(1, math.floor(limit * parts / PARTS))
end

local granted, isProbe, again = 0, 0, -1

if call == 'acquire' then
  local permit, isRestricted, jvm = ARGV[6], ARGV[7] == '1', ARGV[8]

  -- how many permits the waiting JVMs get first, until each has as many as this JVM
  local function owed(key, waiters)
    local held = {}
    for _, counted in ipairs(redis.call('ZRANGE', key, 0, -1)) do
      local holder = string.match(counted, '%-(.+)')
      held[holder] = (held[holder] or 0) + 1
    end
    local sum = 0
    for _, waiter in ipairs(redis.call('ZRANGE', waiters, 0, -1)) do
      sum = sum + math.max(0, (held[jvm] or 0) - (held[waiter] or 0))
    end
    return sum
  end

  -- a permit goes to the JVM with the fewest of them, so that none takes all that come back
  local function hasRoom(key, waiters, limit)
    local free = narrowed(limit) - redis.call('ZCARD', key)
    if free > 0 and free > owed(key, waiters) then
      redis.call('ZADD', waiters, 'XX', string.format('%.0f', now + SERVED_LIFE), jvm)
      return true
    end
    put(waiters, jvm, now + WAITER_LIFE)
    again = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] - now
    return false
  end

  if now < lockedUntil then
    again = lockedUntil - now
  elseif unproven and probe ~= '' and now < probeUntil then
    put(postsWaiters, jvm, now + WAITER_LIFE)
  elseif hasRoom(posts, postsWaiters, postsLimit)
      and (not isRestricted or hasRoom(restricted, restrictedWaiters, restrictedLimit)) then
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
